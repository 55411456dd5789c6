package cohort.data.download;

import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The way to servers.
 *
 * @param client makes the connections
 * @param silence how long a server may say nothing, and over what time it must send more than a drip
 * @param time how long a file may take in all
 * @param pause lets time pass between attempts
 */
public record Web(HttpClient client, Duration silence, Duration time, Pause pause) {
    private static final Duration CONNECT = Duration.ofSeconds(15), SILENCE = Duration.ofSeconds(60);
    private static final Duration TIME = Duration.ofHours(1);

    /** With the time-outs and pauses for the open web and the system's proxy. */
    public static Web open() {
        return of(CONNECT, SILENCE, TIME, Pause.SLEEP);
    }

    /** @param connect how long a connection may take to be made */
    static Web of(Duration connect, Duration silence, Duration time, Pause pause) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(connect)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return new Web(client, silence, time, pause);
    }
}
