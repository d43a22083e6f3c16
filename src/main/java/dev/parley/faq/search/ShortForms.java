package dev.parley.faq.search;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** English chat abbreviations: "do u hv a fone nr". */
final class ShortForms {
    private static final Map<String, String> IN_FULL = Arrays
            .stream("""
            u you, ur your, urs yours, ya you, r are, y why, hv have, hav have, wher where, wen when, wot what, wat what, hw how, dis this,
            dat that, da the, plz please, pls please, thx thanks, thnx thanks, nr number, num number, fone phone, fon phone, msg message,
            tmrw tomorrow, tmr tomorrow, tmw tomorrow, yday yesterday, wk week, wks weeks, hrs hours, mth month, mths months, yr year,
            yrs years, addr address, acc account, acct account, pw password, pwd password, pswd password, pkg package, pckg package,
            prcl parcel, qty quantity, lng long, gd good, bk back, snd send, rcvd received, recvd received, pymt payment, pmt payment,
            amt amount, xpress express, cuz because, coz because, bcoz because, ppl people, gonna going to, wanna want to, gotta have to,
            lemme let me, gimme give me, dunno do not know, cud could, wud would, shud should, abt about, btw by the way, gr8 great,
            w with, wo without, smth something, sth something, sb somebody, nd and, ny any, mch much, wrk work, ord order, ordr order,
            dlvry delivery, delvry delivery, shpng shipping, shp ship, rtn return, rfnd refund, disc discount, cpn coupon, inv invoice"""
                    .split(
                            ",\\s+"))
            .map(pair -> pair.split(" ", 2)).collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));

    private ShortForms() {}

    /** @param word in lower case */
    static Optional<String> inFull(String word) {
        return Optional.ofNullable(IN_FULL.get(word));
    }
}
