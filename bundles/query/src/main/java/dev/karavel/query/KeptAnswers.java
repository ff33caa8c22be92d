package dev.karavel.query;

import dev.karavel.api.cache.CachedResult;
import dev.karavel.api.cache.ResultCache;
import dev.karavel.api.cache.ResultCache.Found;
import dev.karavel.api.query.ChartAnswer;
import dev.karavel.api.query.ChartRequest;
import dev.karavel.api.query.ResultFormat;
import dev.karavel.query.answer.Answer;
import dev.karavel.query.answer.AnswerReader;
import dev.karavel.query.answer.AnswerWriter;
import dev.karavel.query.answer.EntityTag;
import dev.karavel.query.answer.Part;
import dev.karavel.query.answer.format.FileNames;
import dev.karavel.query.answer.format.TableFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Answers as they are kept: each format its own bytes, ready to be sent. What is kept in one format is written in another from
 * there, and kept for no longer than the first.
 */
final class KeptAnswers {
    /**
     * @param name of what is asked, for files
     * @param single whether there is one question in it
     * @param seconds to keep the answer; 0 or less for not at all
     * @param stale how long beyond that, for those who take an answer past its time
     * @param warehouse asks it
     */
    record Question(
            String key,
            String name,
            boolean single,
            int seconds,
            boolean force,
            ChartRequest.Stale stale,
            Duration patience,
            Supplier<List<Part>> warehouse) {
        String key(ResultFormat format) {
            return format == ResultFormat.COLUMNS
                    ? key
                    : key + "." + format.name().toLowerCase(Locale.ROOT);
        }
    }

    private final ResultCache cache;
    private final Clock clock;

    KeptAnswers(ResultCache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    ChartAnswer answer(Question question, ResultFormat format) {
        if (question.force()) {
            ChartAnswer answer = load(question, format, Optional.empty());
            forgetOthers(question, format);
            return answer;
        }
        return kept(question, format).orElseGet(() -> load(question, format, readable(question)));
    }

    /** The answer as it lies in the cache in this format. */
    Optional<ChartAnswer> kept(Question question, ResultFormat format) {
        return cache.find(question.key(format))
                .filter(kept -> mayBeGiven(question, kept))
                .map(kept -> answer(question, format, kept.bytes(), kept.bytes(), true));
    }

    /** The rows themselves; what was asked for them alone is kept as columns. */
    List<Part> parts(Question question) {
        Optional<CachedResult> kept = question.force() ? Optional.empty() : readable(question);
        if (kept.isPresent()) {
            return AnswerReader.read(kept.get().bytes());
        }
        AtomicReference<List<Part>> own = new AtomicReference<>();
        Found found = load(question, ResultFormat.COLUMNS, question.seconds(), () -> {
            own.set(question.warehouse().get());
            return write(question, own.get(), ResultFormat.COLUMNS, clock.instant())
                    .stored();
        });
        if (question.force()) {
            forgetOthers(question, ResultFormat.COLUMNS);
        }
        return own.get() == null ? AnswerReader.read(found.result().bytes()) : own.get();
    }

    private ChartAnswer load(Question question, ResultFormat format, Optional<CachedResult> other) {
        // Only the caller whose question went to the warehouse is told so; who shares its flight gets what is stored.
        AtomicReference<Answer> own = new AtomicReference<>();
        long seconds = other.map(kept -> left(question, kept)).orElse((long) question.seconds());
        Found found = load(question, format, seconds, () -> {
            if (other.isPresent()) {
                List<Part> parts = AnswerReader.read(other.get().bytes());
                return write(question, parts, format, other.get().storedAt()).stored();
            }
            Answer answer = write(question, question.warehouse().get(), format, clock.instant());
            own.set(answer);
            return seconds > 0 ? answer.stored() : answer.fresh();
        });
        byte[] stored = found.result().bytes();
        byte[] bytes = own.get() == null ? stored : own.get().fresh();
        return answer(question, format, bytes, stored, found.hit() || other.isPresent());
    }

    private static ChartAnswer answer(
            Question question, ResultFormat format, byte[] bytes, byte[] stored, boolean hit) {
        boolean file = format == ResultFormat.ARROW;
        return new ChartAnswer(
                bytes,
                EntityTag.of(question.key(), stored),
                hit,
                file ? TableFile.mediaType(format, question.single()) : format.mediaType(),
                FileNames.of(
                        question.name(), file ? TableFile.extension(format, question.single()) : format.extension()));
    }

    /** @param seconds until it is past its time */
    private Found load(Question question, ResultFormat format, long seconds, Supplier<byte[]> loader) {
        // What is made of an answer in another format is younger than its rows: it leaves with them.
        boolean whole = seconds == question.seconds();
        Duration keep = Duration.ofSeconds(
                seconds <= 0 ? 0 : seconds + (whole ? question.stale().seconds() : 0));
        String key = question.key(format);
        boolean past = cache.find(key).filter(kept -> left(question, kept) <= 0).isPresent();
        return cache.load(key, question.force() || past, keep, question.patience(), loader);
    }

    private boolean mayBeGiven(Question question, CachedResult kept) {
        long left = left(question, kept);
        return left > 0
                || question.stale().accepted() && left + question.stale().seconds() > 0;
    }

    /** The same answer in a format it can be read back from. */
    private Optional<CachedResult> readable(Question question) {
        return cache.find(question.key(ResultFormat.COLUMNS))
                .or(() -> cache.find(question.key(ResultFormat.JSON)))
                .filter(kept -> left(question, kept) > 0);
    }

    private static Answer write(Question question, List<Part> parts, ResultFormat format, Instant storedAt) {
        return AnswerWriter.write(parts, format, question.key(), question.seconds(), storedAt);
    }

    private void forgetOthers(Question question, ResultFormat format) {
        Arrays.stream(ResultFormat.values())
                .filter(other -> other.kept() && other != format)
                .forEach(other -> cache.forget(question.key(other)));
    }

    private long left(Question question, CachedResult columns) {
        return question.seconds()
                - Duration.between(columns.storedAt(), clock.instant()).toSeconds();
    }
}
