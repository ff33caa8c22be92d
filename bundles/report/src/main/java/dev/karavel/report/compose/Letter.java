package dev.karavel.report.compose;

import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.report.ReportSchedule.Kind;
import dev.karavel.report.alert.Verdict;
import dev.karavel.spi.notify.Notification.Attachment;
import java.util.List;
import java.util.Optional;

/** Writes messages of one alert or report, as text and with markup, in the language it speaks. */
final class Letter {
    private final ReportSchedule schedule;
    private final MessageWords words;
    /** What the server's operator puts before every subject; empty for the word in the message's language. */
    private final Optional<String> prefix;

    Letter(ReportSchedule schedule, MessageWords words, Optional<String> prefix) {
        this.schedule = schedule;
        this.words = words;
        this.prefix = prefix;
    }

    /** What a message is about. */
    record Thing(String title, String link) {}

    /** What is sent beside the words. */
    record Load(List<Attachment> pictures, List<Attachment> files, Optional<TextTable> table) {}

    Message sent(Thing thing, Optional<Verdict> verdict, Load load) {
        String own = schedule.delivery().subject();
        return new Message(
                subject(own.isBlank() ? schedule.name() + ": " + thing.title() : own),
                text(thing, verdict, load.table()),
                html(thing, verdict, load),
                load.pictures(),
                load.files(),
                thing.link());
    }

    Message recovered(Thing thing, Verdict verdict) {
        return plain(
                words.said("recovered.subject", schedule.name()),
                words.said("recovered", schedule.name(), words.value(verdict)),
                thing.link());
    }

    Message failed(String why, String link) {
        String key = schedule.kind() == Kind.ALERT ? "failed.alert" : "failed.report";
        return plain(words.said("failed.subject", schedule.name()), words.said(key, schedule.name(), why), link);
    }

    private String subject(String text) {
        String before =
                prefix.orElseGet(() -> words.said(schedule.kind() == Kind.ALERT ? "prefix.alert" : "prefix.report"));
        return before.isBlank() ? text : before.strip() + " " + text;
    }

    private Message plain(String subject, String text, String link) {
        String body = Markup.paragraph(Markup.escaped(text)) + Markup.paragraph(Markup.link(link, words.said("open")));
        return new Message(
                subject(subject), text + "\n\n" + link + "\n", Markup.page(body, words), List.of(), List.of(), link);
    }

    private String text(Thing thing, Optional<Verdict> verdict, Optional<TextTable> table) {
        StringBuilder text = new StringBuilder(schedule.name()).append('\n');
        for (String typed : List.of(schedule.description(), schedule.delivery().words())) {
            if (!typed.isBlank()) {
                text.append('\n').append(typed.strip()).append('\n');
            }
        }
        verdict.ifPresent(found -> text.append('\n')
                .append(words.said("value", words.value(found)))
                .append('\n'));
        table.ifPresent(rows -> text.append('\n').append(rows.text(words)).append('\n'));
        return text.append('\n')
                .append(thing.title())
                .append(": ")
                .append(thing.link())
                .append('\n')
                .toString();
    }

    private String html(Thing thing, Optional<Verdict> verdict, Load load) {
        StringBuilder body = new StringBuilder();
        body.append(Markup.paragraphs(schedule.description()));
        body.append(Markup.paragraphs(schedule.delivery().words()));
        verdict.ifPresent(found -> {
            String strong = "<strong>" + Markup.escaped(words.value(found)) + "</strong>";
            body.append(Markup.paragraph(words.said("value", strong)));
        });
        body.append(Markup.paragraph(Markup.link(thing.link(), thing.title())));
        load.table().ifPresent(rows -> body.append(rows.html(words)));
        load.pictures().forEach(picture -> body.append("<p style=\"margin:0 0 12px\"><img src=\"cid:")
                .append(picture.id())
                .append("\" alt=\"")
                .append(Markup.escaped(thing.title()))
                .append("\" style=\"max-width:100%;height:auto;border:0\"></p>"));
        return Markup.page(body.toString(), words);
    }
}
