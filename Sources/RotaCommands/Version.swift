/// The version of Rota, as `rota --version` prints it.
enum Version {
  static let current = "0.1.0"
}
