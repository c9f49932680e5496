package org.genaisummarizer.provider.extractive;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words whose full stop ends no sentence, in lower case and without it. */
final class Abbreviations {

    private static final Set<String> KNOWN =
            Arrays.stream(
                            """
                            mr mrs ms dr prof st sr jr rev gen col sgt capt lt gov sen rep hon vs etc al inc ltd co corp dept univ approx
                            est fig figs eq eqs sec secs ch vol no nos pp ed eds cf viz ca resp jan feb mar apr jun jul aug sep sept oct
                            nov dec mon tue wed thu fri sat sun e.g i.e a.m p.m u.s u.k ph.d d.c
                            bzw fa usw z.b d.h u.a z.t ggf evtl vgl nr str abs bd hrsg inkl zzgl sog bspw u.s.w ca mio mrd
                            mme mlle m p.ex c.-à-d env art
                            sra srta dra ud uds p.ej pág núm sig dott sig.ra ecc pag
                            dhr mevr drs ir bijv o.a d.w.z blz
                            г гг т.е т.д т.п т.к др проф акад ул им тыс млн млрд руб см стр рис"""
                                    .split("\\s+"))
                    .collect(Collectors.toUnmodifiableSet());

    private Abbreviations() {}

    static boolean contains(String word) {
        return KNOWN.contains(word);
    }
}
