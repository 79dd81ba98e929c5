/// Makes a failing run small: leaves out steps as long as it still fails.
struct Shrinker {
  let seed: UInt64
  let options: Run.Options

  /// What went wrong, without where: another fault than the first one is no smaller example of it.
  private static func kind(_ violation: String) -> Substring {
    let text = violation.split(separator: ", at ")[0]
    return text[(text.lastIndex(of: ":") ?? text.startIndex)...].filter { !$0.isNumber }[...]
  }

  func shrink() {
    var best = options
    guard let reason = Run(seed: seed, options: best).run().violation else {
      print("  it does not fail again")
      return
    }
    var kept = Array(0..<best.steps)
    // The end first: what comes after the failure is of no use.
    var chunk = max(kept.count / 2, 1)
    while chunk >= 1 {
      var begin = 0
      var removed = false
      while begin < kept.count {
        let candidate = kept[..<begin] + kept[min(begin + chunk, kept.count)...]
        var attempt = best
        attempt.leftOut = Set(0..<best.steps).subtracting(candidate)
        if let other = Run(seed: seed, options: attempt).run().violation,
          Self.kind(other) == Self.kind(reason)
        {
          kept = Array(candidate)
          best = attempt
          removed = true
        } else {
          begin += chunk
        }
      }
      if !removed || chunk > 1 { chunk /= 2 }
    }
    print("  first reason: \(reason)")
    print("  \(kept.count) steps are enough: \(kept)")
    if let last = Run(seed: seed, options: best).run().violation { print("  with them: \(last)") }
  }
}
