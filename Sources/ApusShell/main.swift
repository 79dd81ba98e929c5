import ApusDriver

if CommandLine.arguments.dropFirst().first == "driver" {
  Driver.run()
} else {
  Shell.runMain()
}
