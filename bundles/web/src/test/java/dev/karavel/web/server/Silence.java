package dev.karavel.web.server;

import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** There is no other node to tell. */
final class Silence implements EventAdmin {
    @Override
    public void postEvent(Event event) {
        // nobody listens
    }

    @Override
    public void sendEvent(Event event) {
        // nobody listens
    }
}
