package dev.karavel.report.run;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import dev.karavel.api.report.ReportSchedule;
import dev.karavel.api.security.Identities;
import dev.karavel.api.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** As whom an alert or report runs: the owner who made it, else the one who changed it last, else the first one; active ones only. */
@Component(service = Executors.class)
public final class Executors {
    private final Identities identities;

    @Activate
    public Executors(@Reference Identities identities) {
        this.identities = identities;
    }

    public Principal of(ReportSchedule schedule) {
        List<Long> order = new ArrayList<>();
        schedule.stamp().createdBy().filter(schedule.owners()::contains).ifPresent(order::add);
        schedule.stamp().changedBy().filter(schedule.owners()::contains).ifPresent(order::add);
        order.addAll(new TreeSet<>(schedule.owners()));
        return order.stream()
                .map(identities::find)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new KaravelException(
                        ErrorCode.FORBIDDEN,
                        "owners",
                        "It has no owner with an active account, so nobody's rights to run with",
                        null));
    }
}
