package io.genga.runtime.work;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready as long as every work slot can take work. */
@Readiness
@ApplicationScoped
public class WorkSlotsHealth implements HealthCheck {

    private final WorkSlots slots;

    WorkSlotsHealth(WorkSlots slots) {
        this.slots = slots;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("work slots")
                .status(slots.healthy())
                .withData("slots", slots.count())
                .build();
    }
}
