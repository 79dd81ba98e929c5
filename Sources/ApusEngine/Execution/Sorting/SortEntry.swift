/// A record in the sorter: its order's first 8 bytes and where its bytes are.
struct SortEntry: BitwiseCopyable {
  var prefix: UInt64
  /// A 4-byte length, then the bytes.
  var record: UnsafeRawPointer

  @inline(__always)
  var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: record + 4, count: Int(record.load(as: UInt32.self)))
  }
}

/// Sorting of entries: stable, by prefix with a radix sort, then equal prefixes by their records.
enum EntrySort {
  /// Sorts `count` entries; `spare` has room for as many.
  static func sort(
    _ entries: UnsafeMutablePointer<SortEntry>, count: Int, spare: UnsafeMutablePointer<SortEntry>,
    keyInfo: UnsafePointer<KeyInfo>, isExact: Bool
  ) throws(DatabaseError) {
    guard count > 1 else { return }
    if count <= 64 {
      insertionSort(entries, count)
    } else {
      radixSort(entries, count: count, spare: spare)
    }
    guard !isExact else { return }
    var start = 0
    while start < count {
      let prefix = entries[start].prefix
      var end = start + 1
      while end < count && entries[end].prefix == prefix { end += 1 }
      if end - start > 1 {
        try mergeSort(entries + start, count: end - start, spare: spare, keyInfo: keyInfo)
      }
      start = end
    }
  }

  private static func insertionSort(_ entries: UnsafeMutablePointer<SortEntry>, _ count: Int) {
    for index in 1..<count {
      let entry = entries[index]
      var place = index
      while place > 0 && entries[place &- 1].prefix > entry.prefix {
        entries[place] = entries[place &- 1]
        place &-= 1
      }
      entries[place] = entry
    }
  }

  /// Least significant digit first, 11 bits a digit, skipping digits that are the same in all entries.
  private static func radixSort(
    _ entries: UnsafeMutablePointer<SortEntry>, count: Int, spare: UnsafeMutablePointer<SortEntry>
  ) {
    let digits = 6
    let size = 1 << 11
    let counts = UnsafeMutablePointer<UInt32>.allocate(capacity: digits * size)
    counts.initialize(repeating: 0, count: digits * size)
    defer { counts.deallocate() }
    var isSorted = true
    var last: UInt64 = 0
    for index in 0..<count {
      let prefix = entries[index].prefix
      if prefix < last { isSorted = false }
      last = prefix
      for digit in 0..<digits {
        counts[digit &* size &+ Int(truncatingIfNeeded: prefix &>> UInt64(digit &* 11)) & (size &- 1)] &+= 1
      }
    }
    if isSorted { return }
    var from = entries
    var to = spare
    for digit in 0..<digits {
      let table = counts + digit * size
      let shift = UInt64(digit &* 11)
      let only = Int(truncatingIfNeeded: from[0].prefix &>> shift) & (size - 1)
      if Int(table[only]) == count { continue }
      var sum: UInt32 = 0
      for value in 0..<size {
        let here = table[value]
        table[value] = sum
        sum &+= here
      }
      for index in 0..<count {
        let entry = from[index]
        let value = Int(truncatingIfNeeded: entry.prefix &>> shift) & (size &- 1)
        to[Int(table[value])] = entry
        table[value] &+= 1
      }
      swap(&from, &to)
    }
    if from != entries { entries.update(from: from, count: count) }
  }

  /// Stable merge sort by whole records.
  private static func mergeSort(
    _ entries: UnsafeMutablePointer<SortEntry>, count: Int, spare: UnsafeMutablePointer<SortEntry>,
    keyInfo: UnsafePointer<KeyInfo>
  ) throws(DatabaseError) {
    let runLength = 8
    var start = 0
    while start < count {
      let end = min(start + runLength, count)
      var index = start + 1
      while index < end {
        let entry = entries[index]
        var place = index
        while place > start,
          try compareSortKeys(entries[place - 1].bytes, entry.bytes, keyInfo: keyInfo) > 0
        {
          entries[place] = entries[place - 1]
          place -= 1
        }
        entries[place] = entry
        index += 1
      }
      start = end
    }
    var width = runLength
    var from = entries
    var to = spare
    while width < count {
      var low = 0
      while low < count {
        let middle = min(low + width, count)
        let high = min(low + 2 * width, count)
        var left = low
        var right = middle
        var target = low
        if middle < high,
          try compareSortKeys(from[middle - 1].bytes, from[middle].bytes, keyInfo: keyInfo) <= 0
        {
          (to + low).update(from: from + low, count: high - low)
          low = high
          continue
        }
        while left < middle && right < high {
          if try compareSortKeys(from[left].bytes, from[right].bytes, keyInfo: keyInfo) <= 0 {
            to[target] = from[left]
            left += 1
          } else {
            to[target] = from[right]
            right += 1
          }
          target += 1
        }
        (to + target).update(from: from + left, count: middle - left)
        (to + target + (middle - left)).update(from: from + right, count: high - right)
        low = high
      }
      swap(&from, &to)
      width *= 2
    }
    if from != entries { entries.update(from: from, count: count) }
  }
}
