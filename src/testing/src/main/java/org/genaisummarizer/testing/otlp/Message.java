package org.genaisummarizer.testing.otlp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message in the encoding of protocol buffers, its fields by their numbers. */
final class Message {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED_32 = 5;

    private final Map<Integer, List<Object>> fields = new TreeMap<>();

    private Message() {}

    /**
     * @throws IllegalArgumentException if it is none
     */
    static Message read(byte[] bytes) {
        Message message = new Message();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            int tag = (int) varint(in);
            message.fields
                    .computeIfAbsent(tag >>> 3, number -> new ArrayList<>())
                    .add(value(tag & 7, in));
        }
        return message;
    }

    private static Object value(int type, ByteBuffer in) {
        return switch (type) {
            case VARINT -> varint(in);
            case FIXED_64 -> in.getLong();
            case FIXED_32 -> (long) in.getInt();
            case LENGTH -> {
                byte[] bytes = new byte[(int) varint(in)];
                in.get(bytes);
                yield bytes;
            }
            default -> throw new IllegalArgumentException("no type of a field: " + type);
        };
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number must end");
    }

    List<Message> messages(int number) {
        return values(number).stream().map(value -> read((byte[]) value)).toList();
    }

    private List<Object> values(int number) {
        return fields.getOrDefault(number, List.of());
    }

    boolean has(int number) {
        return fields.containsKey(number);
    }

    String text(int number) {
        return has(number)
                ? new String((byte[]) values(number).getFirst(), StandardCharsets.UTF_8)
                : "";
    }

    String hex(int number) {
        return has(number) ? HexFormat.of().formatHex((byte[]) values(number).getFirst()) : "";
    }

    long number(int number) {
        return has(number) ? (long) values(number).getFirst() : 0;
    }
}
