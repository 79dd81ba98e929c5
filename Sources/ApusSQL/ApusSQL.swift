// The module's text surface is in `AST/`, `Lexer/`, `Parser/` and `Printer/`.
