package dev.karavel.viz.query;

import dev.karavel.api.query.Terms;
import dev.karavel.spi.data.Dimension;
import dev.karavel.spi.data.QuerySpec;
import dev.karavel.spi.viz.InvalidFormData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows as they are. */
record RawQuestion(Form form, List<String> columnControls) {
    QuerySpec build() {
        List<Dimension> columns = new ArrayList<>();
        for (String control : columnControls) {
            for (Object each : form.data().list(control)) {
                Form.addOnce(columns, Terms.dimension(form.told(control), each, Optional.empty()));
            }
        }
        if (columns.isEmpty()) {
            String control = form.told(columnControls.get(0));
            throw new InvalidFormData(control, control + ": choose at least one column");
        }
        QuerySpec.Builder question = form.question();
        columns.forEach(question::column);
        Orders.chosen(form, columns).forEach(question::order);
        return question.build();
    }
}
