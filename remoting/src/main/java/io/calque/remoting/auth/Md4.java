package io.calque.remoting.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** MD4 (RFC 1320), which Java no longer offers and NTLM still stores passwords with. Never use it for anything else. */
final class Md4 {
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] CONSTANTS = {0, 0x5A827999, 0x6ED9EBA1};
    private static final int[][] ORDERS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };

    private Md4() {}

    static byte[] digest(byte[] message) {
        var padded = Arrays.copyOf(message, (message.length + 8) / 64 * 64 + 64);
        padded[message.length] = (byte) 0x80;
        var blocks = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        blocks.putLong(padded.length - 8, message.length * 8L);
        int[] state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};
        var words = new int[16];
        while (blocks.hasRemaining()) {
            for (int i = 0; i < 16; i++) {
                words[i] = blocks.getInt();
            }
            compress(state, words);
        }
        Arrays.fill(padded, (byte) 0);
        var digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int part : state) {
            digest.putInt(part);
        }
        return digest.array();
    }

    private static void compress(int[] state, int[] words) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int round = 0; round < 3; round++) {
            for (int step = 0; step < 16; step++) {
                int mixed = a + mix(round, b, c, d) + words[ORDERS[round][step]] + CONSTANTS[round];
                a = d;
                d = c;
                c = b;
                b = Integer.rotateLeft(mixed, SHIFTS[round][step % 4]);
            }
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private static int mix(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> (x & y) | (~x & z);
            case 1 -> (x & y) | (x & z) | (y & z);
            default -> x ^ y ^ z;
        };
    }
}
