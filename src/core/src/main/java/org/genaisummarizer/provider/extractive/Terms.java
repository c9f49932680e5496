package org.genaisummarizer.provider.extractive;

import java.util.Arrays;
import org.genaisummarizer.language.StopWords;
import org.genaisummarizer.language.Words;

/**
 * Numbers the words of a document that carry meaning: lower-case, without endings and stop words;
 * in scripts without spaces, each pair of characters. A word is known by a 64-bit hash, so that
 * none is kept as a string.
 */
final class Terms {

    private static final int LONGEST_WORD = 64;
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final Stemmer stemmer;
    private final long[] stopHashes;
    private final char[] word = new char[LONGEST_WORD];
    private long[] hashes = new long[1024];
    private int[] numbers = new int[1024];
    private int size;
    private int[] found = new int[64];
    private int foundCount;

    Terms(String language) {
        this.stemmer = Stemmer.of(language);
        this.stopHashes = StopWords.of(language).stream().mapToLong(Terms::hash).sorted().toArray();
    }

    /** How many different terms there are so far. */
    int size() {
        return size;
    }

    /** The numbers of the terms of a text, in order, repeated as they repeat. */
    int[] of(CharSequence text) {
        foundCount = 0;
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Words.isWholeWord(c)) {
                endWord(length);
                length = 0;
                pair(text, i);
            } else if (Character.isLetterOrDigit(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                if (length < LONGEST_WORD) {
                    word[length++] = Character.toLowerCase(c);
                }
            } else {
                endWord(length);
                length = 0;
            }
        }
        endWord(length);
        return Arrays.copyOf(found, foundCount);
    }

    private void pair(CharSequence text, int i) {
        if (i + 1 < text.length() && Words.isWholeWord(text.charAt(i + 1))) {
            word[0] = text.charAt(i);
            word[1] = text.charAt(i + 1);
            add(hash(word, 2));
        }
    }

    private void endWord(int length) {
        if (length == 0 || (length == 1 && word[0] < 0x2000)) {
            return;
        }
        if (Arrays.binarySearch(stopHashes, hash(word, length)) >= 0) {
            return;
        }
        add(hash(word, stemmer.stem(word, length)));
    }

    private void add(long hash) {
        if (foundCount == found.length) {
            found = Arrays.copyOf(found, 2 * found.length);
        }
        found[foundCount++] = number(hash);
    }

    private int number(long hash) {
        int mask = hashes.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (hashes[slot] != 0) {
            if (hashes[slot] == hash) {
                return numbers[slot];
            }
            slot = (slot + 1) & mask;
        }
        hashes[slot] = hash;
        numbers[slot] = size;
        if (++size * 2 > hashes.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[2 * oldHashes.length];
        numbers = new int[2 * oldHashes.length];
        int mask = hashes.length - 1;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = (int) (oldHashes[i] ^ (oldHashes[i] >>> 32)) & mask;
                while (hashes[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                hashes[slot] = oldHashes[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }

    private static long hash(String text) {
        char[] chars = text.toCharArray();
        return hash(chars, chars.length);
    }

    /** Never 0, which marks a free slot. */
    private static long hash(char[] chars, int length) {
        long hash = SEED;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ chars[i]) * 0x100000001B3L;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? SEED : hash;
    }
}
