package org.genaisummarizer.api;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Reduces a page to its text: headings, paragraphs and list items on lines of their own, in the
 * marks that Markdown has for them, and nothing of what frames or drives the page.
 */
final class HtmlText {

    private static final Set<String> SKIPPED =
            Set.of(
                    "script",
                    "style",
                    "noscript",
                    "template",
                    "head",
                    "nav",
                    "header",
                    "footer",
                    "aside",
                    "form",
                    "button",
                    "select",
                    "svg",
                    "iframe",
                    "object",
                    "canvas",
                    "audio",
                    "video",
                    "textarea",
                    "dialog");

    private HtmlText() {}

    static String of(String html) {
        Collector collector = new Collector();
        Jsoup.parse(html).body().filter(collector);
        return collector.text();
    }

    private static final class Collector implements NodeFilter {

        private final StringBuilder text = new StringBuilder();
        private boolean spaceDue;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                append(words.getWholeText());
            } else if (node instanceof Element element) {
                // The body itself is "header" to nobody; a page that is all header still has its
                // text in it.
                if (SKIPPED.contains(element.normalName()) || element.hasAttr("hidden")) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                begin(element);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                end(element);
            }
            return FilterResult.CONTINUE;
        }

        private void end(Element element) {
            String name = element.normalName();
            if (isCell(element)) {
                spaceDue = !text.isEmpty();
            } else if (name.equals("li") || name.equals("tr")) {
                paragraph(1);
            } else if (element.isBlock() && !name.equals("br")) {
                paragraph(2);
            }
        }

        private static boolean isCell(Element element) {
            return element.normalName().equals("td") || element.normalName().equals("th");
        }

        private void begin(Element element) {
            String name = element.normalName();
            if (name.equals("br")) {
                paragraph(1);
            } else if (name.equals("li")) {
                paragraph(1);
                text.append("- ");
            } else if (name.length() == 2
                    && name.charAt(0) == 'h'
                    && Character.isDigit(name.charAt(1))) {
                paragraph(2);
                text.append("#".repeat(name.charAt(1) - '0')).append(' ');
            } else if (element.isBlock() && !isCell(element)) {
                paragraph(1);
            }
        }

        private void append(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                if (Character.isWhitespace(c) || c == '\u00a0') {
                    spaceDue = true;
                    continue;
                }
                if (spaceDue
                        && !text.isEmpty()
                        && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
                spaceDue = false;
                text.append(c);
            }
        }

        /** Ends a line, and leaves so many line ends behind it at least. */
        private void paragraph(int lineEnds) {
            spaceDue = false;
            int there = 0;
            while (there < text.length() && text.charAt(text.length() - 1 - there) == '\n') {
                there++;
            }
            if (there < text.length() && there < lineEnds) {
                text.append("\n".repeat(lineEnds - there));
            }
        }

        private String text() {
            return text.toString().strip();
        }
    }
}
