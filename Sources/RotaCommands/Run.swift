import Diagnostics
import TeamFiles

/// Runs a command line, without the program's name, and gives the exit status.
package func run(_ arguments: [String], in environment: any Environment) -> Int32 {
  do {
    let request: Request
    do throws(ArgumentParser.Mistakes) {
      request = try ArgumentParser.parse(arguments)
    } catch {
      let reply = Reply(environment, format: error.format)
      try reply.unusable(error.findings)
      return ExitStatus.unusable.rawValue
    }
    return try answer(request, in: environment).rawValue
  } catch {
    // Standard output takes nothing any more; standard error may.
    if let problem = error as? FileProblem {
      try? Reply(environment).unusable([.unwritable(problem)])
    }
    return ExitStatus.unusable.rawValue
  }
}

private func answer(_ request: Request, in environment: any Environment) throws -> ExitStatus {
  switch request {
  case .help(let command):
    let reply = Reply(environment)
    try reply.print(command.map { HelpText.command($0, width: reply.width) } ?? HelpText.program)
    let teamFiles = [Arguments.standardTeamFile, Arguments.otherTeamFile]
    if command == nil, !teamFiles.contains(where: environment.has) {
      try reply.say("There is no team file here: `rota init` writes a first one.")
    }
    return .done
  case .version:
    try Reply(environment).print(
      "rota \(Version.current)\n" + environment.zoneReleaseText + "\n")
    return .done
  case .run(let command, let arguments):
    let context = Context(
      arguments: arguments.findingTeamFile(in: environment), environment: environment,
      formatsMistakes: command.formatsMistakes)
    do {
      return try command.run(context)
    } catch let error as Unusable {
      try context.reply.unusable(error.findings)
      return .unusable
    } catch let error as OneText.Mistakes {
      try context.reply.unusable(error.findings)
      return .unusable
    } catch let error as InternalError {
      try context.reply.internalError(error)
      return .internalError
    } catch let error as FileProblem {
      try context.reply.unusable([.unwritable(error, after: context.written)])
      return .unusable
    }
  }
}
