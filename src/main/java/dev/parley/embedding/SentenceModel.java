package dev.parley.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** Embeds texts in this process: texts with the same meaning get close vectors. Thread-safe. */
public final class SentenceModel {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final WordPiece tokenizer;

    public SentenceModel(LocalModel model) {
        tokenizer = Vocabularies.of(model);
        try (InputStream weights = resource(model.fileName + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // One thread per call: our pool has as many callers as cores, and the runtime's own threads would spin
            // while idle.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // The arena would keep the memory of the longest text ever seen.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            session = open(weights, options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model " + model.fileName + " cannot be loaded.", e);
        }
    }

    /** Takes about 3 ms of CPU for a question. Ignores text beyond 512 tokens. */
    public Vector embed(String text) {
        return Vector.of(firstToken(tokenizer.encode(text)));
    }

    private float[] firstToken(long[] ids) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = session
                        .run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return ((float[][][]) result.get(0).getValue())[0][0];
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed.", e);
        }
    }

    /** From a file, which the runtime maps itself: 34 MB on the heap would stay until a full collection. */
    private OrtSession open(InputStream weights, OrtSession.SessionOptions options) throws IOException, OrtException {
        Path file = Files.createTempFile("parley-model", ".onnx");
        try {
            Files.copy(weights, file, StandardCopyOption.REPLACE_EXISTING);
            return environment.createSession(file.toString(), options);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    static InputStream resource(String name) {
        InputStream resource = SentenceModel.class.getClassLoader().getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("The sentence model's file " + name + " is not on the class path.");
        }
        return resource;
    }
}
