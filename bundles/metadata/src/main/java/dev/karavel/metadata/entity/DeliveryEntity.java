package dev.karavel.metadata.entity;

import dev.karavel.api.report.Deliveries.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/** A message that is being sent, or was. */
@Entity
@Table(name = "report_delivery")
public class DeliveryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "run_id")
    private String run;

    @Column(name = "report_schedule_id")
    private long scheduleId;

    @Column(name = "purpose")
    private String purpose;

    @Column(name = "recipient")
    private String recipient;

    @Column(name = "begun_on")
    private LocalDateTime begun;

    @Column(name = "sent_on")
    private LocalDateTime sent;

    protected DeliveryEntity() {}

    public DeliveryEntity(Delivery delivery, Instant now) {
        run = delivery.run().toString();
        scheduleId = delivery.scheduleId();
        purpose = delivery.purpose().name();
        recipient = delivery.recipient();
        begun = Times.stored(now);
    }

    public void send(Instant now) {
        sent = Times.stored(now);
    }

    public Optional<Instant> sent() {
        return Optional.ofNullable(sent).map(Times::instant);
    }
}
