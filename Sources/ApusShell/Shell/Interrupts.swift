import Apus
import Synchronization

/// Ctrl-C: interrupts the statement that runs; a second one before it has ended leaves the shell.
enum Interrupts {
  private static let target = Mutex<Interruption?>(nil)
  /// What the signal handler reads: it may not take a lock. The object lives as long as it is in `target` or `retired`.
  private static let address = Atomic<UInt>(0)
  private static let retired = Mutex<[Interruption]>([])
  private static let pending = Atomic<Int>(0)

  /// Installs the handler.
  static func install() {
    signal(SIGINT) { _ in Interrupts.handle() }
    // A pipe that nobody reads ends the shell by its error, not by a signal.
    signal(SIGPIPE, SIG_IGN)
  }

  /// What the next Ctrl-C interrupts.
  static func watch(_ interruption: Interruption?) {
    let bits = interruption.map { UInt(bitPattern: Unmanaged.passUnretained($0).toOpaque()) } ?? 0
    address.store(bits, ordering: .sequentiallyConsistent)
    let old = target.withLock { target -> Interruption? in
      let old = target
      target = interruption
      return old
    }
    if let old { retired.withLock { $0.append(old) } }
  }

  /// A statement begins or has ended: earlier Ctrl-C are forgotten.
  static func reset() { pending.store(0, ordering: .relaxed) }

  static var isRequested: Bool { pending.load(ordering: .relaxed) > 0 }

  private static func handle() {
    let count = pending.add(1, ordering: .relaxed).newValue
    if count > 1 { _exit(130) }
    guard let pointer = UnsafeRawPointer(bitPattern: address.load(ordering: .relaxed)) else { _exit(130) }
    Unmanaged<Interruption>.fromOpaque(pointer)._withUnsafeGuaranteedRef { $0.request() }
  }
}
