import FuzzMemory
import Glibc

/// The target that the environment names.
private let chosen: FuzzTarget = {
  let name = unsafe getenv("ROTA_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
  guard let target = FuzzTarget.all.first(where: { $0.name == name }) else {
    let names = FuzzTarget.all.map(\.name).joined(separator: ", ")
    fatalError("ROTA_FUZZ_TARGET is one of \(names)")
  }
  // What is made once and kept is no input's memory.
  target.read([])
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let target = chosen
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  rota_memory_begin()
  target.read(bytes)
  let peak = Int(rota_memory_peak())
  must(
    peak <= target.base << 20 + 20 * count,
    "\(peak) bytes in use for an input of \(count)")
  // Tables made on the way stay for good, and only once. (The sanitizer's own search for leaks does not
  // see what enums with payloads point to, such as those tables.)
  var tries = 0
  while rota_memory_kept() > 0 {
    tries += 1
    must(tries < 4, "\(rota_memory_kept()) bytes stay in use after every reading")
    rota_memory_begin()
    target.read(bytes)
  }
  return 0
}
