package io.genga.ingest.api;

import io.genga.ingest.submission.NetworkRegistry;
import io.genga.ingest.submission.RemasterOptions;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The networks that a job may ask for, over HTTP. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ModelResource {

    private final NetworkRegistry networks;

    ModelResource(NetworkRegistry networks) {
        this.networks = networks;
    }

    /**
     * One network.
     *
     * @param isDefault whether a job that names none gets it
     */
    public record Model(String name, boolean isDefault) {}

    @GET
    public List<Model> list() {
        return networks.names().stream()
                .map(name -> new Model(name, name.equals(RemasterOptions.DEFAULT_MODEL)))
                .toList();
    }
}
