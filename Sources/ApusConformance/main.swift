import ApusDriver
import Foundation

// A driver that has died must not end this program when it is written to.
signal(SIGPIPE, SIG_IGN)

let words = Array(CommandLine.arguments.dropFirst())
do {
  switch words.first {
  case "worker":
    // Little memory for sorts, so that tests which cannot be large reach what happens beyond it.
    let isSmall = words.dropFirst().first == "--small"
    let preparation = words.dropFirst(isSmall ? 2 : 1)
    let hasAuthorizer = preparation.first == "--authorizer"
    Driver.run(
      preparation: Array(preparation.dropFirst(hasAuthorizer ? 1 : 0)), sorterMemory: isSmall ? 1 << 18 : nil,
      hasAuthorizer: hasAuthorizer)
  case "run": exit(try RunCommand(Array(words.dropFirst())).run())
  case "fuzz": exit(try FuzzCommand(Array(words.dropFirst())).run())
  case "--help", "-h", "help": say(RunCommand.usage + "\n" + FuzzCommand.usage)
  default:
    complain(RunCommand.usage + "\n" + FuzzCommand.usage)
    exit(2)
  }
} catch {
  complain("apus-conformance: \(error)")
  exit(2)
}
