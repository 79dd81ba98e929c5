import ApusDriver
import Foundation

// A driver that has died must not end this program when it is written to.
signal(SIGPIPE, SIG_IGN)

let words = Array(CommandLine.arguments.dropFirst())
do {
  switch words.first {
  case "worker": Driver.run(preparation: Array(words.dropFirst()))
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
