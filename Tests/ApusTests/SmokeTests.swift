import Testing

@testable import Apus
