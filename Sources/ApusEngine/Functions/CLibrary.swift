// The C library's mathematics, the one thing that the engine takes from the platform for values.

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Android)
  import Android
#elseif canImport(WASILibc)
  import WASILibc
#elseif canImport(ucrt)
  import ucrt
#endif

/// Elementary functions, named apart from the C ones.
enum CLibrary {
  static func acosine(_ x: Double) -> Double { acos(x) }
  static func acosineH(_ x: Double) -> Double { acosh(x) }
  static func asine(_ x: Double) -> Double { asin(x) }
  static func asineH(_ x: Double) -> Double { asinh(x) }
  static func atangent(_ x: Double) -> Double { atan(x) }
  static func atangent2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
  static func atangentH(_ x: Double) -> Double { atanh(x) }
  static func cosine(_ x: Double) -> Double { cos(x) }
  static func cosineH(_ x: Double) -> Double { cosh(x) }
  static func exponential(_ x: Double) -> Double { exp(x) }
  static func logarithm(_ x: Double) -> Double { log(x) }
  static func logarithm2(_ x: Double) -> Double { log2(x) }
  static func logarithm10(_ x: Double) -> Double { log10(x) }
  static func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
  static func sine(_ x: Double) -> Double { sin(x) }
  static func sineH(_ x: Double) -> Double { sinh(x) }
  static func tangent(_ x: Double) -> Double { tan(x) }
  static func tangentH(_ x: Double) -> Double { tanh(x) }
  static func remainder(_ x: Double, _ y: Double) -> Double { fmod(x, y) }
}
