package io.genga.media.index;

import java.nio.ByteBuffer;
import java.util.List;

/** For H.264 and HEVC: the kinds of their network abstraction layer units tell what a picture may refer to. */
final class NalEntryRule implements EntryRule {

    private final NalSyntax syntax;
    private final NalUnits nalUnits;
    private final ParameterSets parameterSets;
    private boolean atTheBeginning = true;

    private NalEntryRule(NalSyntax syntax, NalUnits nalUnits) {
        this.syntax = syntax;
        this.nalUnits = nalUnits;
        this.parameterSets = new ParameterSets(syntax);
    }

    static NalEntryRule of(NalSyntax syntax, ByteBuffer header) {
        NalEntryRule rule = new NalEntryRule(syntax, NalUnits.of(syntax, header));
        rule.parameterSets.learn(rule.nalUnits.inHeader(header));
        return rule;
    }

    @Override
    public boolean isEntry(ByteBuffer packet, boolean key) {
        List<ByteBuffer> units = nalUnits.split(packet);
        check(units);
        atTheBeginning = false;
        return units.stream().anyMatch(unit -> syntax.isEntry(unit, key));
    }

    @Override
    public void requireSame(ByteBuffer header) {
        check(nalUnits.inHeader(header));
    }

    private void check(List<ByteBuffer> units) {
        if (atTheBeginning) {
            parameterSets.learn(units);
        }
        if (!parameterSets.know(units)) {
            throw new CodingChangedException();
        }
    }
}
