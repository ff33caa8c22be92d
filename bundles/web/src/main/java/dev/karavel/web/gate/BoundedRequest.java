package dev.karavel.web.gate;

import dev.karavel.api.error.ErrorCode;
import dev.karavel.api.error.KaravelException;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request with its visitor, whose body ends with a failure where it grows too large. */
final class BoundedRequest extends HttpServletRequestWrapper {
    private final Visitor visitor;
    private final long limit;

    BoundedRequest(HttpServletRequest request, Visitor visitor, long limit) {
        super(request);
        this.visitor = visitor;
        this.limit = limit;
        if (request.getContentLengthLong() > limit) {
            throw tooLarge(limit);
        }
    }

    @Override
    public java.security.Principal getUserPrincipal() {
        return visitor;
    }

    @Override
    public String getRemoteUser() {
        return visitor.principal().anonymous() ? null : visitor.getName();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static KaravelException tooLarge(long limit) {
        return new KaravelException(ErrorCode.TOO_LARGE, "The body is larger than " + limit + " bytes");
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long limit;
        private long read;

        Counted(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int some = in.read(buffer, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int some) {
            read += some;
            if (read > limit) {
                throw tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
