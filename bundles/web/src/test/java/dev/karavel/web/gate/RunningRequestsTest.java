package dev.karavel.web.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.karavel.api.security.Principal;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningRequestsTest {
    private static final Visitor MARY = visitor(1);
    private static final Visitor PAUL = visitor(2);

    private final RunningRequests running = new RunningRequests();

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    private static Visitor visitor(long id) {
        return new Visitor(new Principal(id, "u" + id, "", Set.of(), false), Visitor.Proof.COOKIE, "");
    }

    private static HttpServletRequest named(String name) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RunningRequestsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getHeader") ? name : null);
    }

    @Test
    void aRequestIsInterruptedByItsName() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
            RunningRequests.Turn turn = running.begin(named("request-1"), MARY);
            started.countDown();
            try {
                new CountDownLatch(1).await();
                return false;
            } catch (InterruptedException e) {
                return true;
            } finally {
                turn.end();
            }
        });
        started.await();
        assertThat(running.callOff(MARY, "request-1")).isTrue();
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void nobodyCallsOffTheRequestOfSomebodyElse() {
        RunningRequests.Turn turn = running.begin(named("request-1"), MARY);
        assertThat(running.callOff(PAUL, "request-1")).isFalse();
        assertThat(Thread.interrupted()).isFalse();
        turn.end();
    }

    @Test
    void aRequestThatEndedIsNotThere() {
        running.begin(named("request-1"), MARY).end();
        assertThat(running.callOff(MARY, "request-1")).isFalse();
    }

    @Test
    void anInterruptThatComesTooLateIsForgotten() {
        RunningRequests.Turn turn = running.begin(named("request-1"), MARY);
        assertThat(running.callOff(MARY, "request-1")).isTrue();
        turn.end();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aSecondRequestOfTheNameAndAnOddNameAreNotFollowed() {
        RunningRequests.Turn first = running.begin(named("request-1"), MARY);
        running.begin(named("request-1"), MARY).end();
        assertThat(running.callOff(MARY, "request-1")).isTrue();
        first.end();
        running.begin(named("\n"), MARY);
        assertThat(running.callOff(MARY, "\n")).isFalse();
    }
}
