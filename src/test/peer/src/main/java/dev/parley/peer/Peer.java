package dev.parley.peer;

import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.memory.repository.jdbc.JdbcChatMemoryRepository;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** What a team writes in an afternoon: streamed answers with the conversation's last messages kept in a database. */
@SpringBootApplication(proxyBeanMethods = false)
public class Peer {
    public static void main(String... args) {
        SpringApplication.run(Peer.class, args);
    }

    @Bean
    ChatMemory memory(JdbcChatMemoryRepository messages) {
        return MessageWindowChatMemory.builder().chatMemoryRepository(messages).maxMessages(20).build();
    }

    @Bean
    ChatClient client(ChatClient.Builder builder, ChatMemory memory) {
        return builder.defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build()).build();
    }
}
