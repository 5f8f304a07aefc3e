package io.genga.standalone.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genga.contracts.id.JobId;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import io.genga.contracts.json.ContractJson;
import io.genga.contracts.request.RemasterRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One film to be remastered, after all checks. It travels as JSON from the command line to the application that Quarkus
 * starts, since that takes only text.
 *
 * @param source absolute
 * @param sourceSha256 of the source's content
 * @param output absolute
 * @param overwrite whether the output may replace a file
 * @param networks that the request names, in the order in which they run
 * @param report null where none is wanted
 * @param timings whether the time by stage is printed
 */
public record UpscaleOrder(
        Path source,
        Sha256 sourceSha256,
        Path output,
        boolean overwrite,
        RemasterRequest request,
        List<OrderedNetwork> networks,
        Path report,
        boolean timings) {

    /** The first try at this work: the same source and request always make the same job. */
    public JobId firstTry() {
        return JobId.ofFile(TenantId.DEFAULT, sourceSha256, request.normalised());
    }

    public Optional<Path> optionalReport() {
        return Optional.ofNullable(report);
    }

    public String toJson() {
        return new String(ContractJson.write(this), UTF_8);
    }

    public static UpscaleOrder fromJson(String json) {
        return ContractJson.read(json.getBytes(UTF_8), UpscaleOrder.class);
    }
}
