// Made from SQLite 3.51.3: the result columns of each pragma without and with an argument.

enum PragmaColumnCases {
  static let all: [(name: String, query: [String], assignment: [String])] = [
    ("analysis_limit", ["analysis_limit"], ["analysis_limit"]),
    ("application_id", ["application_id"], []),
    ("auto_vacuum", ["auto_vacuum"], []),
    ("automatic_index", ["automatic_index"], []),
    ("busy_timeout", ["timeout"], ["timeout"]),
    ("cache_size", ["cache_size"], []),
    ("cache_spill", ["cache_spill"], []),
    ("case_sensitive_like", [], []),
    ("cell_size_check", ["cell_size_check"], []),
    ("checkpoint_fullfsync", ["checkpoint_fullfsync"], []),
    ("collation_list", ["seq", "name"], ["seq", "name"]),
    ("compile_options", ["compile_options"], ["compile_options"]),
    ("count_changes", ["count_changes"], []),
    ("data_version", ["data_version"], ["data_version"]),
    ("database_list", ["seq", "name", "file"], ["seq", "name", "file"]),
    ("defer_foreign_keys", ["defer_foreign_keys"], []),
    ("empty_result_callbacks", ["empty_result_callbacks"], []),
    ("encoding", ["encoding"], []),
    ("foreign_key_check", ["table", "rowid", "parent", "fkid"], ["table", "rowid", "parent", "fkid"]),
    (
      "foreign_key_list", ["id", "seq", "table", "from", "to", "on_update", "on_delete", "match"],
      ["id", "seq", "table", "from", "to", "on_update", "on_delete", "match"]
    ),
    ("foreign_keys", ["foreign_keys"], []),
    ("freelist_count", ["freelist_count"], ["freelist_count"]),
    ("full_column_names", ["full_column_names"], []),
    ("fullfsync", ["fullfsync"], []),
    (
      "function_list", ["name", "builtin", "type", "enc", "narg", "flags"],
      ["name", "builtin", "type", "enc", "narg", "flags"]
    ),
    ("hard_heap_limit", ["hard_heap_limit"], ["hard_heap_limit"]),
    ("ignore_check_constraints", ["ignore_check_constraints"], []),
    ("incremental_vacuum", [], []),
    ("index_info", ["seqno", "cid", "name"], ["seqno", "cid", "name"]),
    (
      "index_list", ["seq", "name", "unique", "origin", "partial"],
      ["seq", "name", "unique", "origin", "partial"]
    ),
    (
      "index_xinfo", ["seqno", "cid", "name", "desc", "coll", "key"],
      ["seqno", "cid", "name", "desc", "coll", "key"]
    ),
    ("integrity_check", ["integrity_check"], ["integrity_check"]),
    ("journal_mode", ["journal_mode"], ["journal_mode"]),
    ("journal_size_limit", ["journal_size_limit"], ["journal_size_limit"]),
    ("legacy_alter_table", ["legacy_alter_table"], []),
    ("locking_mode", ["locking_mode"], ["locking_mode"]),
    ("max_page_count", ["max_page_count"], ["max_page_count"]),
    ("mmap_size", ["mmap_size"], ["mmap_size"]),
    ("module_list", ["name"], ["name"]),
    ("optimize", ["optimize"], ["optimize"]),
    ("page_count", ["page_count"], ["page_count"]),
    ("page_size", ["page_size"], []),
    ("pragma_list", ["name"], ["name"]),
    ("query_only", ["query_only"], []),
    ("quick_check", ["quick_check"], ["quick_check"]),
    ("read_uncommitted", ["read_uncommitted"], []),
    ("recursive_triggers", ["recursive_triggers"], []),
    ("reverse_unordered_selects", ["reverse_unordered_selects"], []),
    ("schema_version", ["schema_version"], []),
    ("secure_delete", ["secure_delete"], ["secure_delete"]),
    ("short_column_names", ["short_column_names"], []),
    ("shrink_memory", [], []),
    ("soft_heap_limit", ["soft_heap_limit"], ["soft_heap_limit"]),
    ("synchronous", ["synchronous"], []),
    (
      "table_info", ["cid", "name", "type", "notnull", "dflt_value", "pk"],
      ["cid", "name", "type", "notnull", "dflt_value", "pk"]
    ),
    (
      "table_list", ["schema", "name", "type", "ncol", "wr", "strict"],
      ["schema", "name", "type", "ncol", "wr", "strict"]
    ),
    (
      "table_xinfo", ["cid", "name", "type", "notnull", "dflt_value", "pk", "hidden"],
      ["cid", "name", "type", "notnull", "dflt_value", "pk", "hidden"]
    ),
    ("temp_store", ["temp_store"], []),
    ("threads", ["threads"], ["threads"]),
    ("trusted_schema", ["trusted_schema"], []),
    ("user_version", ["user_version"], []),
    ("wal_autocheckpoint", ["wal_autocheckpoint"], ["wal_autocheckpoint"]),
    ("wal_checkpoint", ["busy", "log", "checkpointed"], ["busy", "log", "checkpointed"]),
    ("writable_schema", ["writable_schema"], []),
  ]
}
