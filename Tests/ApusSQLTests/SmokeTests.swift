import Testing

@testable import ApusSQL
