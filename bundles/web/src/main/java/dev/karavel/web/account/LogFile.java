package dev.karavel.web.account;

import dev.karavel.api.catalog.ActionHistory;
import dev.karavel.api.catalog.LogEntry;
import dev.karavel.api.catalog.LogQuery;
import dev.karavel.api.catalog.User;
import dev.karavel.api.catalog.Users;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The action log as CSV. */
final class LogFile {
    private static final int MOST = 100_000;
    private static final int STEP = 1_000;

    private LogFile() {}

    static Map<Long, User> people(Users users, List<LogEntry> entries) {
        List<Long> ids = entries.stream()
                .flatMap(entry -> entry.userId().stream())
                .distinct()
                .toList();
        return users.find(ids).stream().collect(Collectors.toMap(User::id, user -> user));
    }

    static String of(ActionHistory history, LogQuery asked, Users users) {
        StringBuilder text = new StringBuilder("time,user,action,dashboard_id,chart_id,details,duration_ms\r\n");
        for (int page = 0; page * STEP < MOST; page++) {
            List<LogEntry> entries = history.find(new LogQuery(
                            asked.userId(),
                            asked.action(),
                            asked.dashboardId(),
                            asked.chartId(),
                            asked.from(),
                            asked.until(),
                            page,
                            STEP))
                    .items();
            Map<Long, User> people = people(users, entries);
            entries.forEach(entry -> line(text, entry, people));
            if (entries.size() < STEP) {
                break;
            }
        }
        return text.toString();
    }

    private static void line(StringBuilder text, LogEntry entry, Map<Long, User> people) {
        text.append(entry.at()).append(',');
        cell(text, entry.userId().map(people::get).map(User::username).orElse(""));
        cell(text, entry.action());
        text.append(entry.dashboardId().map(String::valueOf).orElse("")).append(',');
        text.append(entry.chartId().map(String::valueOf).orElse("")).append(',');
        cell(text, entry.details());
        text.append(entry.took().toMillis()).append("\r\n");
    }

    /** Quoted, and no formula for a spreadsheet. */
    private static void cell(StringBuilder text, String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        text.append('"')
                .append(formula ? "'" : "")
                .append(value.replace("\"", "\"\""))
                .append("\",");
    }
}
