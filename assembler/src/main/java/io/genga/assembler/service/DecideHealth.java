package io.genga.assembler.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while decide decides. */
@Readiness
@ApplicationScoped
public class DecideHealth implements HealthCheck {

    private final DecideRole decide;

    DecideHealth(DecideRole decide) {
        this.decide = decide;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("decide").status(decide.ready()).build();
    }
}
