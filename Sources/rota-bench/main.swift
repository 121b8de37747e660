import Benchmarks
import RotaCommands

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

exit(BenchCommand.run(Array(CommandLine.arguments.dropFirst()), in: SystemEnvironment()))
