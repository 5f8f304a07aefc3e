package io.genga.media.index;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameter sets of a stream of H.264 or HEVC, by their numbers. A chunk in the middle of a film knows those of the film's beginning
 * only; a stream that changes them on its way (a new resolution, for example) cannot be cut.
 */
final class ParameterSets {

    private record Name(int type, int number) {}

    private final NalSyntax syntax;
    private final Map<Name, ByteBuffer> known = new HashMap<>();

    ParameterSets(NalSyntax syntax) {
        this.syntax = syntax;
    }

    /** Takes the parameter sets among {@code units} for those of the film. */
    void learn(List<ByteBuffer> units) {
        for (ByteBuffer unit : units) {
            nameOf(unit).ifPresent(name -> known.putIfAbsent(name, copy(withoutPadding(unit))));
        }
    }

    /** Whether all parameter sets among {@code units} are known, bit for bit. */
    boolean know(List<ByteBuffer> units) {
        return units.stream().allMatch(unit -> nameOf(unit)
                .map(name -> withoutPadding(unit).equals(known.get(name)))
                .orElse(true));
    }

    private Optional<Name> nameOf(ByteBuffer unit) {
        return syntax.parameterSetNumber(unit).map(number -> new Name(syntax.type(unit), number));
    }

    private static ByteBuffer withoutPadding(ByteBuffer unit) {
        int end = unit.limit();
        while (end > unit.position() && unit.get(end - 1) == 0) {
            end--;
        }
        return unit.slice(unit.position(), end - unit.position());
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes.duplicate()).flip();
    }
}
