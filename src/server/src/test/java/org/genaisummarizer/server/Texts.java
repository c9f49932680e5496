package org.genaisummarizer.server;

/** Documents to summarize. */
public final class Texts {

    /** Longer than any summary that is asked of it. */
    public static final String DOCUMENT =
            """
            The harbour board met on Tuesday to decide what becomes of the old lighthouse. \
            Its lamp has been dark since 1998, and the stair inside is no longer safe. \
            Two proposals were before the board. \
            The first would turn the tower into a museum of the town's fishing fleet. \
            The second would sell it to a hotel, which would keep the outside as it is. \
            Repairs are put at four hundred thousand euros in either case. \
            The museum's friends have collected a quarter of that sum so far. \
            The hotel would pay for all of it and twenty thousand euros a year in rent. \
            Several members said that a building which belongs to everybody should not be sold. \
            Others answered that a ruin belongs to nobody. \
            A vote was put off until the engineers have looked at the foundations. \
            Their report is due in March, and the board will meet again in April. \
            Until then the path around the tower stays closed to walkers. \
            The lamp itself will be cleaned and shown in the town hall during the winter.
            """;

    private Texts() {}
}
