package io.genga.objectstore.s3;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;

/** The HTTP client below the SDK. */
final class S3Http {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    /** Of silence, not of the whole call; completing an upload of many parts may take a store that long. */
    private static final Duration SILENCE_TIMEOUT = Duration.ofMinutes(2);
    /** OkHttp's own default of 5 calls per host would let some workers of one JVM wait for others. */
    private static final int CONCURRENT_CALLS = 256;

    private static final long EXCERPT_BYTES = 512;

    private S3Http() {}

    static OkHttpClient client() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(CONCURRENT_CALLS);
        dispatcher.setMaxRequestsPerHost(CONCURRENT_CALLS);
        ConnectionPool connections = new ConnectionPool();
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(connections)
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(SILENCE_TIMEOUT)
                .writeTimeout(SILENCE_TIMEOUT)
                // A write repeated here in silence would meet its own first try and take it for another's: see
                // S3Writer.
                .retryOnConnectionFailure(false)
                .addInterceptor(chain -> proceed(chain, connections))
                .build();
    }

    private static Response proceed(Interceptor.Chain chain, ConnectionPool connections) throws IOException {
        try {
            return requireAble(chain.proceed(chain.request()));
        } catch (IOException e) {
            // A server that went away took the idle connections with it; the next attempts must not try one by one.
            connections.evictAll();
            throw e;
        }
    }

    /** Makes an answer that says "later" an IOException, also where its body is some gateway's HTML. */
    private static Response requireAble(Response response) throws IOException {
        int status = response.code();
        boolean later = status == 408 || status == 429 || (status >= 500 && status != 501);
        if (!later) {
            return response;
        }
        try (response) {
            throw new IOException("HTTP " + status + " " + response.message() + " "
                    + response.peekBody(EXCERPT_BYTES).string());
        }
    }
}
