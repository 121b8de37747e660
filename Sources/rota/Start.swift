import RotaCommands

/// What the system calls: Swift's package manager gives the entry point of a program this name.
@_cdecl("rota_main")
func start(_ count: Int32, _ values: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Int32 {
  unsafe run(count: count, values: values, in: SystemEnvironment())
}
