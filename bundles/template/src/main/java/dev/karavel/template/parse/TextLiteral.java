package dev.karavel.template.parse;

import dev.karavel.template.run.TemplateFault;

/**
 * A text in quotes, with Python's escapes.
 *
 * @param end behind the closing quote
 */
record TextLiteral(String text, int end) {
    static TextLiteral read(String source, int begin, int line) {
        char quote = source.charAt(begin);
        StringBuilder text = new StringBuilder();
        int at = begin + 1;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == quote) {
                return new TextLiteral(text.toString(), at + 1);
            }
            if (c == '\\' && at + 1 < source.length()) {
                at = escape(source, at + 1, text, line);
            } else {
                text.append(c);
                at++;
            }
        }
        throw new TemplateFault(line, "A text is not closed by " + quote);
    }

    private static int escape(String source, int at, StringBuilder text, int line) {
        char c = source.charAt(at);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case '\\', '\'', '"' -> text.append(c);
            case 'x' -> {
                return code(source, at + 1, 2, text, line);
            }
            case 'u' -> {
                return code(source, at + 1, 4, text, line);
            }
            default -> text.append('\\').append(c);
        }
        return at + 1;
    }

    private static int code(String source, int at, int digits, StringBuilder text, int line) {
        try {
            text.append((char) Integer.parseInt(source.substring(at, at + digits), 16));
        } catch (NumberFormatException | StringIndexOutOfBoundsException e) {
            throw new TemplateFault(line, "An escape in a text needs " + digits + " hexadecimal digits");
        }
        return at + digits;
    }
}
