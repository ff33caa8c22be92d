package dev.karavel.notify.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.karavel.spi.data.Setting;
import dev.karavel.spi.data.Setting.Kind;
import dev.karavel.spi.notify.Choice;
import dev.karavel.spi.notify.Notification;
import dev.karavel.spi.notify.Notification.Attachment;
import dev.karavel.spi.notify.NotificationChannel;
import dev.karavel.spi.notify.NotificationException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Messages to channels of Slack. Slack has no mark by which it would know a message again: what this server has sent it remembers for a
 * while and does not send twice; what was under way when it died may come twice.
 */
@Component(service = NotificationChannel.class, configurationPid = "dev.karavel.notify.slack")
@Designate(ocd = SlackChannel.Config.class)
public final class SlackChannel implements NotificationChannel {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration SEARCH_TIME = Duration.ofSeconds(20);
    private static final int LONGEST_TEXT = 12_000;
    private static final int MOST_PAGES = 20;
    private static final int MOST_REMEMBERED = 1_000;
    private static final List<Setting> FORM = List.of(new Setting(
            "target",
            "Channels",
            Kind.TEXT,
            true,
            "",
            "Ids of channels, separated by commas; the app has to be a member"));

    @ObjectClassDefinition(name = "Karavel Slack")
    public @interface Config {
        @AttributeDefinition(name = "Token of the app's bot; empty for no Slack")
        String token() default "";

        @AttributeDefinition(name = "Where Slack's interface is")
        String url() default "https://slack.com/api/";
    }

    private final String token;
    private final SlackClient slack;
    private final Set<String> sent = Collections.newSetFromMap(Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }));

    @Activate
    public SlackChannel(Config config) {
        this(URI.create(config.url()), config.token().strip());
    }

    SlackChannel(URI base, String token) {
        this.token = token;
        this.slack = new SlackClient(base, token);
    }

    @Override
    public String id() {
        return "SlackV2";
    }

    @Override
    public String title() {
        return "Slack";
    }

    @Override
    public List<Setting> settings() {
        return FORM;
    }

    @Override
    public String hindrance() {
        return token.isEmpty() ? "No token for Slack is configured: KARAVEL_SLACK_TOKEN" : "";
    }

    @Override
    public void check(Map<String, String> recipient) throws NotificationException {
        if (targets(recipient).isEmpty()) {
            throw NotificationException.refused("target", "Name a channel of Slack by its id, such as C024BE91L");
        }
        for (String target : targets(recipient)) {
            if (!target.matches("#?[A-Za-z0-9._-]{1,80}")) {
                throw NotificationException.refused("target", "“" + target + "” is no channel of Slack");
            }
        }
    }

    @Override
    public void send(Notification notification, Map<String, String> recipient, Duration time)
            throws NotificationException {
        if (!hindrance().isEmpty()) {
            throw new NotificationException(NotificationException.Reason.NOT_CONFIGURED, hindrance(), null);
        }
        check(recipient);
        for (String target : targets(recipient)) {
            String key = notification.id() + " " + target;
            if (!sent.contains(key)) {
                sendTo(target, notification, time);
                sent.add(key);
            }
        }
    }

    @Override
    public List<Choice> choices(String setting, String search) throws NotificationException {
        if (!hindrance().isEmpty()) {
            throw new NotificationException(NotificationException.Reason.NOT_CONFIGURED, hindrance(), null);
        }
        String part = search.strip().toLowerCase(Locale.ROOT);
        List<Choice> found = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Map<String, String> question = new HashMap<>();
            question.put("types", "public_channel,private_channel");
            question.put("exclude_archived", "true");
            question.put("limit", "999");
            if (!cursor.isEmpty()) {
                question.put("cursor", cursor);
            }
            JsonNode answer = slack.form("conversations.list", question, SEARCH_TIME);
            for (JsonNode channel : answer.path("channels")) {
                String name = channel.path("name").asText();
                if (name.toLowerCase(Locale.ROOT).contains(part)) {
                    found.add(new Choice(channel.path("id").asText(), name));
                }
            }
            cursor = answer.path("response_metadata").path("next_cursor").asText("");
            if (cursor.isEmpty()) {
                break;
            }
        }
        return found;
    }

    private void sendTo(String target, Notification notification, Duration time) throws NotificationException {
        List<Attachment> files = Stream.concat(notification.pictures().stream(), notification.files().stream())
                .toList();
        String text = words(notification);
        if (files.isEmpty()) {
            ObjectNode message = MAPPER.createObjectNode()
                    .put("channel", target)
                    .put("text", text)
                    .put("unfurl_links", false)
                    .put("unfurl_media", false);
            slack.json("chat.postMessage", message, time);
            return;
        }
        ObjectNode whole = MAPPER.createObjectNode().put("channel_id", target).put("initial_comment", text);
        ArrayNode uploaded = whole.putArray("files");
        for (Attachment file : files) {
            JsonNode place = slack.form(
                    "files.getUploadURLExternal",
                    Map.of("filename", file.name(), "length", Integer.toString(file.bytes().length)),
                    time);
            slack.upload(URI.create(place.path("upload_url").asText()), file.bytes(), time);
            uploaded.addObject().put("id", place.path("file_id").asText()).put("title", file.name());
        }
        slack.json("files.completeUploadExternal", whole, time);
    }

    /** In Slack's markup, in which three letters mean something. */
    private static String words(Notification notification) {
        String subject = "*" + escaped(notification.subject()).replace("*", "") + "*\n";
        String text = escaped(notification.text());
        String body = notification.facts().format().equals("TEXT") ? "```" + text.replace("```", "'''") + "```" : text;
        String whole = subject + body;
        return whole.length() <= LONGEST_TEXT
                ? whole
                : whole.substring(0, LONGEST_TEXT) + (body.startsWith("```") ? "…```" : "…");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static List<String> targets(Map<String, String> recipient) {
        return Arrays.stream(recipient.getOrDefault("target", "").split("[,;\\s]+"))
                .filter(target -> !target.isBlank())
                .toList();
    }
}
