package dev.karavel.datasource.cloud;

import dev.karavel.spi.data.WarehouseException;
import dev.karavel.spi.data.WarehouseException.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The key of a service account of Google's. Other credentials of the same look may name files and addresses to fetch a token from,
 * so only what a key has is taken out of the text, and the address of tokens is always Google's own.
 */
record ServiceAccount(String email, String json) {
    private static final String TOKENS = "https://oauth2.googleapis.com/token";
    private static final Set<String> FIELDS =
            Set.of("type", "project_id", "private_key_id", "private_key", "client_email", "client_id");

    private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
    private static final Pattern FIELD =
            Pattern.compile("\\s*" + STRING + "\\s*:\\s*" + STRING + "\\s*(,|})", Pattern.DOTALL);

    /** @throws WarehouseException SETTINGS with the field */
    static ServiceAccount of(String text, String setting) {
        String json = text.trim();
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(json).region(json.startsWith("{") ? 1 : 0, json.length());
        boolean ended = false;
        while (!ended && field.lookingAt()) {
            if (fields.put(field.group(1), field.group(2)) != null) {
                throw wrong(setting);
            }
            ended = field.group(3).equals("}");
            field.region(field.end(), json.length());
        }
        boolean key = ended
                && field.regionStart() == json.length()
                && "service_account".equals(fields.get("type"))
                && fields.containsKey("private_key")
                && fields.containsKey("client_email");
        if (!key) {
            throw wrong(setting);
        }
        fields.keySet().retainAll(FIELDS);
        fields.put("token_uri", TOKENS);
        String plain = fields.entrySet().stream()
                .map(each -> '"' + each.getKey() + "\":\"" + each.getValue() + '"')
                .collect(Collectors.joining(",", "{", "}"));
        return new ServiceAccount(fields.get("client_email"), plain);
    }

    private static WarehouseException wrong(String setting) {
        return new WarehouseException(
                Reason.SETTINGS, setting, "This has to be the JSON key of a service account, as Google gives it");
    }

    @Override
    public String toString() {
        return "ServiceAccount[" + email + "]";
    }
}
