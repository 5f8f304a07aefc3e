package io.genga.standalone.command;

import io.genga.ingest.submission.RemasterOptions;
import io.genga.standalone.data.DataDirectory;
import io.genga.standalone.data.DataDirectoryLock;
import io.genga.standalone.order.UpscaleOrder;
import io.genga.standalone.preflight.Preflight;
import io.genga.standalone.preflight.UpscaleArguments;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genga upscale}: one film, from file to file. */
@Command(
        name = "upscale",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        header = "Upscales a film.",
        description = {
            "",
            "Upscales the picture of IN and writes it, with every other stream untouched, to OUT. The film is worked on in"
                    + " chunks of about five seconds; finished ones are kept in the data directory until OUT is complete, so that"
                    + " the same command goes on after an interruption.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  genga upscale in.mp4 out.mkv",
            "  genga upscale in.mkv lossless.mkv --encoder ffv1",
            "  genga upscale in.mkv hdr.mkv --encoder x265 --crf 16 --bit-depth 10",
            "  genga upscale in.mkv out.mkv --native-height 720 --height 2160 --strength 80",
            "  genga upscale in.mkv out.mkv --model waifu2x-cunet-noise1-x1,genga-cel-x2",
            "  genga upscale in.mp4 out.mp4 --model my-network.onnx --report report.json"
        })
final class UpscaleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "IN",
            description = "the film: MP4, MOV, Matroska, WebM, AVI, MPEG-TS or MPEG-PS")
    private Path input;

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "the result; its ending, .mkv, .mp4, .mov or .webm, decides the container")
    private Path output;

    @Option(
            names = "--model",
            paramLabel = "M",
            split = ",",
            description =
                    "the network: a name that 'genga models list' shows as ready, or an .onnx file with its manifest (.yaml)"
                            + " beside it, or the manifest of a network that is several files; of several, with commas between,"
                            + " each runs on what the one before has made; "
                            + RemasterOptions.DEFAULT_MODEL + " by default")
    private List<String> models;

    @Option(
            names = "--profile",
            paramLabel = "archive|master|web|preview",
            description =
                    "settings by a name: lossless FFV1; H.265 of 10 bits; H.264 for browsers; the same small and fast. A path"
                            + " that ends in .yaml names one of yours. Other options go before it")
    private String profile;

    @Option(
            names = "--encoder",
            paramLabel = "E",
            description =
                    "x264: H.264, plays everywhere; x265: H.265, smaller; svtav1: AV1, smaller still; prores: for editing;"
                            + " ffv1: lossless; nvenc-h264, nvenc-hevc, nvenc-av1: on NVIDIA's cards. WebM takes AV1 only, MOV no AV1,"
                            + " prores needs MOV or Matroska, ffv1 Matroska; x264 by default")
    private String encoder;

    @Option(
            names = "--crf",
            paramLabel = "N",
            description =
                    "quality of x264 and x265, 0 (best, largest) to 51, 18 by default; of svtav1, 1 to 63, 24 by default; of NVENC"
                            + " its cq, from 1, 19 to 28 by default")
    private Integer crf;

    @Option(
            names = "--preset",
            paramLabel = "P",
            description =
                    "effort of x264 and x265, ultrafast to veryslow, medium by default; of svtav1, 13 to 0, 6 by default;"
                            + " of NVENC, p1 to p7, p5 by default")
    private String preset;

    @Option(
            names = "--tune",
            paramLabel = "T",
            description =
                    "what x264 and x265 attend to: animation, grain, psnr, ssim, fastdecode, with x264 also film and"
                            + " stillimage; nothing in particular by default. NVENC's hq, the default, or uhq")
    private String tune;

    @Option(
            names = "--bit-depth",
            paramLabel = "8|10|12",
            description = "bits of the result's samples; as IN by default, and at least 10 for HDR")
    private Integer bitDepth;

    @Option(
            names = "--reuse",
            paramLabel = "off|exact|faithful|fast",
            description =
                    "what is taken over from frames before where the picture is held: nothing; what is equal bit for bit;"
                            + " as much as leaves 48 dB, or 44 dB, against 'off'; faithful by default")
    private String reuse;

    @Option(
            names = "--video",
            paramLabel = "N",
            description = "which of several video streams to upscale, counted from 0; the others are copied")
    private Integer video;

    @Option(
            names = "--allow-loss",
            paramLabel = "KIND",
            split = ",",
            description =
                    "what may be lost where OUT cannot hold it: video, audio, subtitles, attachments, cover-art, data leave such"
                            + " streams out; subtitle-format converts text subtitles, hdr10plus leaves HDR10; without it IN is refused")
    private List<String> allowLoss = List.of();

    @Option(
            names = "--interlaced",
            paramLabel = "refuse|deinterlace",
            description =
                    "what is done where the pictures of IN are interlaced or telecined: it is refused, or each picture is made whole"
                            + " by FFmpeg's bwdif; refuse by default")
    private String interlaced;

    @Option(
            names = "--salvage",
            description =
                    "upscale what can be decoded of a damaged IN, and say what is missing; without it such a film is refused")
    private boolean salvage;

    @Option(
            names = "--colour-match",
            negatable = true,
            description = "give areas of the picture the colours that they have in IN, for networks that tint")
    private Boolean colourMatch;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "frames before each chunk, and after it where it goes both ways, on which a network that remembers is run, so"
                            + " that the result is nearly that of one run over the whole film; as many as its manifest says by default")
    private Integer warmUp;

    @Option(
            names = "--native-height",
            paramLabel = "N",
            description =
                    "rows to which the pictures of IN are reduced before the network, for films that were drawn smaller than they are:"
                            + " 720 or 480 of many that come with 1080")
    private Integer nativeHeight;

    @Option(
            names = "--height",
            paramLabel = "N",
            description =
                    "rows of the pictures of OUT, resized after the network; as many as the network makes by default")
    private Integer height;

    @Option(
            names = "--strength",
            paramLabel = "0..100",
            description =
                    "percent of the network's pictures, mixed with those of IN, enlarged by Lanczos' filter; 100 by default")
    private Integer strength;

    @Option(names = "--report", paramLabel = "FILE", description = "write what was done, as JSON")
    private Path report;

    @Option(names = "--timings", description = "print the time by stage at the end, and how busy each stage was")
    private boolean timings;

    @Option(
            names = "--fragmented",
            description =
                    "write an MP4 in fragments, as packagers for streaming take it, instead of one with its index first")
    private boolean fragmented;

    @Option(names = "--force", description = "replace OUT if it exists")
    private boolean force;

    @Mixin
    private PlatformOptions platform;

    @Override
    public Integer call() throws Exception {
        DataDirectory directory = platform.dataDirectory();
        UpscaleOrder order = Preflight.check(arguments(directory));
        platform.device().require();
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory, platform.commandText())) {
            return OneFilm.upscale(order, platform, spec.commandLine().getErr());
        }
    }

    private UpscaleArguments arguments(DataDirectory directory) {
        return new UpscaleArguments(
                input,
                output,
                fragmented,
                force,
                models,
                profile,
                encoder,
                crf,
                preset,
                bitDepth,
                reuse,
                video,
                allowLoss,
                interlaced,
                salvage,
                directory,
                report,
                timings,
                colourMatch,
                tune,
                warmUp,
                nativeHeight,
                height,
                strength);
    }
}
