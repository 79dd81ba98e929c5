SELECT date('2024-02-29', '+1 year'), strftime('%Y-%j %H', 0), CAST('12abc' AS INTEGER), x'41' || 1, 5 / 0
