@_exported import ApusEngine
