package dev.karavel.viz.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.Order;
import dev.karavel.spi.data.Term;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.List;

/** The order a person chose: {@code order_by_cols}, whose items are JSON as text, or {@code orderby}. */
final class Orders {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Orders() {}

    static List<Order> chosen(Form form, List<? extends Term> selected) {
        String control = form.data().list("order_by_cols").isEmpty() ? "orderby" : "order_by_cols";
        return form.data().list(control).stream()
                .map(item -> Terms.order(
                        form.told(control),
                        parsed(form.told(control), item),
                        selected,
                        form.dataset().metrics()))
                .toList();
    }

    private static Object parsed(String control, Object item) {
        if (!(item instanceof String text)) {
            return item;
        }
        try {
            return JSON.readValue(text, Object.class);
        } catch (JsonProcessingException e) {
            throw new InvalidFormData(control, control + ": [\"column\", true] as text is needed, not " + text);
        }
    }
}
