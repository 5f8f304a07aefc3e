package io.genga.contracts.object;

import io.genga.contracts.id.AttemptId;
import io.genga.contracts.id.ChunkId;
import io.genga.contracts.id.Fingerprint;
import io.genga.contracts.id.JobId;
import io.genga.contracts.id.Sha256;
import io.genga.contracts.id.TenantId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every key under which the platform keeps an object. */
public final class ObjectKeys {

    private static final String INBOX = "inbox/";
    private static final Pattern INBOX_KEY = Pattern.compile("inbox/([^/]+)/.+");

    private ObjectKeys() {}

    /** {@code inbox/}: whatever is put below it becomes a job. */
    public static String inboxPrefix() {
        return INBOX;
    }

    /** The tenant in {@code inbox/acme/season-1/01.mkv}; empty where the key is no tenant's inbox object. */
    public static Optional<TenantId> tenantOfInboxKey(String key) {
        Matcher matcher = INBOX_KEY.matcher(key);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TenantId(matcher.group(1)));
        } catch (IllegalArgumentException notATenant) {
            return Optional.empty();
        }
    }

    /** {@code uploads/acme/0f…e1/source}: a video uploaded through the API; never in the inbox, where it would start a second job. */
    public static String upload(TenantId tenant, JobId job) {
        return uploads(tenant, job) + "source";
    }

    /** {@code uploads/acme/0f…e1/}. */
    public static String uploads(TenantId tenant, JobId job) {
        return "uploads/" + tenant + "/" + job + "/";
    }

    /** {@code work/acme/jobs/0f…e1/}: all that belongs to one job and to no other. */
    public static String jobPrefix(TenantId tenant, JobId job) {
        return "work/" + tenant + "/jobs/" + job + "/";
    }

    /** {@code work/acme/jobs/0f…e1/plan.json}. */
    public static String plan(TenantId tenant, JobId job) {
        return jobPrefix(tenant, job) + "plan.json";
    }

    /** {@code work/acme/jobs/0f…e1/chunks/00042.nut}. */
    public static String chunk(TenantId tenant, ChunkId chunk) {
        return jobPrefix(tenant, chunk.job()) + String.format(Locale.ROOT, "chunks/%05d.nut", chunk.index());
    }

    /** {@code work/acme/results/9c…4d/}: the results of all attempts at one fingerprint, whatever their job. */
    public static String results(TenantId tenant, Fingerprint fingerprint) {
        return "work/" + tenant + "/results/" + fingerprint + "/";
    }

    /** {@code work/acme/results/9c…4d/01JD….nut}. */
    public static String result(TenantId tenant, Fingerprint fingerprint, AttemptId attempt) {
        return results(tenant, fingerprint) + attempt + ".nut";
    }

    /** The attempt in {@code work/acme/results/9c…4d/01JD….nut}; empty where the key is no result. */
    public static Optional<AttemptId> attemptOfResultKey(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        try {
            return name.endsWith(".nut")
                    ? Optional.of(new AttemptId(name.substring(0, name.length() - ".nut".length())))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnAttempt) {
            return Optional.empty();
        }
    }

    /** {@code outbox/acme/0f…e1/}. */
    public static String outboxPrefix(TenantId tenant, JobId job) {
        return "outbox/" + tenant + "/" + job + "/";
    }

    /** {@code outbox/acme/0f…e1/film.mkv}. */
    public static String outbox(TenantId tenant, JobId job, String name) {
        return outboxPrefix(tenant, job) + name;
    }

    /** {@code outbox/acme/0f…e1/before.png}: a picture of the source. */
    public static String pictureBefore(TenantId tenant, JobId job) {
        return outboxPrefix(tenant, job) + "before.png";
    }

    /** {@code outbox/acme/0f…e1/after.png}: the same picture, remastered. */
    public static String pictureAfter(TenantId tenant, JobId job) {
        return outboxPrefix(tenant, job) + "after.png";
    }

    /** {@code outbox/acme/0f…e1/verification.json}: what the film was found to be, for programs; there even if no film is. */
    public static String verification(TenantId tenant, JobId job) {
        return outboxPrefix(tenant, job) + "verification.json";
    }

    /** {@code outbox/acme/0f…e1/verification.html}: the same for people. */
    public static String verificationPage(TenantId tenant, JobId job) {
        return outboxPrefix(tenant, job) + "verification.html";
    }

    /** {@code outbox/acme/0f…e1/drawings.json}: what was computed of the film, from left to right. */
    public static String drawings(TenantId tenant, JobId job) {
        return outboxPrefix(tenant, job) + "drawings.json";
    }

    /** {@code models/a9…14/network.onnx}. */
    public static String network(Sha256 network) {
        return "models/" + network + "/network.onnx";
    }

    /** {@code models/a9…14/manifest.yaml}. */
    public static String networkManifest(Sha256 network) {
        return "models/" + network + "/manifest.yaml";
    }
}
