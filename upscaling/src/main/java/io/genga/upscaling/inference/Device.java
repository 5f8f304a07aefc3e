package io.genga.upscaling.inference;

import io.genga.upscaling.tile.RunShapes;

/** What a network runs on. None of it changes which result is right; the last bits differ between devices. */
public sealed interface Device {

    /** In which shapes a network runs fastest. */
    RunShapes shapes();

    /** Of the processor that share the work of one operator, the calling one included. */
    int threads();

    /**
     * The machine's processor.
     *
     * @param threads that share the work of one operator, the calling one included
     */
    record Cpu(int threads) implements Device {

        public Cpu {
            if (threads < 1) {
                throw new IllegalArgumentException("inference needs at least 1 thread, not " + threads);
            }
        }

        @Override
        public RunShapes shapes() {
            return RunShapes.ANY;
        }

        @Override
        public String toString() {
            return "the processor, " + threads + " threads";
        }
    }

    /**
     * A GPU of NVIDIA.
     *
     * @param gpu its number, as {@code nvidia-smi} counts them where CUDA_DEVICE_ORDER and CUDA_VISIBLE_DEVICES say nothing else
     */
    record Cuda(int gpu) implements Device {

        public Cuda {
            if (gpu < 0) {
                throw new IllegalArgumentException("GPUs are counted from 0, there is none of number " + gpu);
            }
        }

        @Override
        public RunShapes shapes() {
            return RunShapes.SQUARES;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public String toString() {
            return "GPU " + gpu;
        }
    }
}
