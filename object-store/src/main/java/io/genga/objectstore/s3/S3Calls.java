package io.genga.objectstore.s3;

import io.minio.MinioAsyncClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Makes calls of one S3 server: waits for the answer and turns failures into the port's exceptions. */
record S3Calls(MinioAsyncClient client, S3Failures failures, Retries retries) {

    /** One attempt. */
    <T> T once(String action, Function<MinioAsyncClient, CompletableFuture<T>> call) {
        CompletableFuture<T> answer = call.apply(client);
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw failures.translate(action, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failures.unavailable(action, e);
        }
    }

    /** Several attempts where the store is unavailable; for calls that do no harm when made twice. */
    <T> T repeatedly(String action, Function<MinioAsyncClient, CompletableFuture<T>> call) {
        return retries.run(attempt -> once(action, call));
    }
}
