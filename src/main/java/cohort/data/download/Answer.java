package cohort.data.download;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of a server's answer (RFC 9110).
 *
 * @param status its number
 * @param headers its fields
 */
record Answer(int status, HttpHeaders headers) {
    private static final Pattern RANGE = Pattern.compile("bytes\\s+(\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

    static Answer of(HttpResponse<?> response) {
        return new Answer(response.statusCode(), response.headers());
    }

    /** Whether the whole file follows. */
    boolean isWhole() {
        return status == 200;
    }

    /** Whether a part of the file follows. */
    boolean isPartial() {
        return status == 206;
    }

    /** Whether there is nothing where the request wanted to go on. */
    boolean isBeyondEnd() {
        return status == 416;
    }

    /** Whether what follows begins at a byte. */
    boolean continuesAt(long position) {
        return isPartial()
                && range().map(m -> Long.parseLong(m.group(1)) == position).orElse(false);
    }

    /** Bytes that follow, if the server says. */
    OptionalLong length() {
        try {
            return headers.firstValueAsLong("Content-Length");
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Bytes of the whole file, if a partial answer says. */
    OptionalLong total() {
        return range().map(m -> m.group(2))
                .filter(total -> !total.equals("*"))
                .map(total -> OptionalLong.of(Long.parseLong(total)))
                .orElse(OptionalLong.empty());
    }

    private Optional<Matcher> range() {
        return headers.firstValue("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
    }

    /** @throws DownloadFailure if no file follows */
    void refuseIfFailed() throws DownloadFailure {
        if (isWhole() || isPartial()) return;
        String reason = "the server answered " + status + words();
        if (status == 429 || status == 503) throw DownloadFailure.busy(reason, retryAfter());
        if (status == 408 || status >= 500) throw DownloadFailure.passing(reason);
        throw DownloadFailure.lasting(reason);
    }

    private String words() {
        if (status / 100 == 3) return " (it redirects without end or to no address of the web)";
        return switch (status) {
            case 401, 403 -> " (access denied)";
            case 404, 410 -> " (no such file)";
            case 407 -> " (the proxy wants a password)";
            case 429 -> " (too many requests)";
            default -> status >= 500 ? " (the server failed)" : "";
        };
    }

    /** Seconds or a date. */
    private Duration retryAfter() {
        String text = headers.firstValue("Retry-After").orElse("0").strip();
        if (text.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(text));
        try {
            ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(ZonedDateTime.now(date.getZone()), date);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) { // a server that says nothing useful is asked again as usual
            return Duration.ZERO;
        }
    }
}
