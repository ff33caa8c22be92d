package dev.karavel.render;

import dev.karavel.api.security.Principal;
import dev.karavel.api.security.Tokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tokens that only tell for whom they were made. */
final class Stamps implements Tokens {
    final List<String> issued = new ArrayList<>();

    @Override
    public String issue(Kind kind, Principal principal) {
        issued.add(kind + " " + principal.username());
        return "proof-of-" + principal.username();
    }

    @Override
    public Optional<Principal> verify(Kind kind, String token) {
        return Optional.empty();
    }

    @Override
    public Duration lifetime(Kind kind) {
        return Duration.ofMinutes(2);
    }

    @Override
    public Optional<String> renew(String session) {
        return Optional.empty();
    }

    @Override
    public void revoke(String token) {}

    @Override
    public String csrf(String session) {
        return "";
    }

    @Override
    public boolean csrfMatches(String session, String csrf) {
        return false;
    }
}
