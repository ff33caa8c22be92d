package dev.karavel.api.schedule;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** A bundle that has things to be done at times: a service. Asked by the beat at every turn of its clock, from one thread. */
@ConsumerType
public interface ScheduleSource {
    /** The active ones as of now, however many. At most one query of the metadata database; thousands are usual. */
    List<Schedule> schedules();
}
