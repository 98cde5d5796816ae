import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Query, Resolver } from '@nestjs/graphql';

@Resolver()
class SalamResolver {
  @Query(() => String)
  salam(): string {
    return 'selamat pagi';
  }
}

/** The smallest Nest application that answers a GraphQL query: what `mulai` is compared with. */
@Module({
  imports: [GraphQLModule.forRoot<ApolloDriverConfig>({ driver: ApolloDriver, autoSchemaFile: true })],
  providers: [SalamResolver],
})
class PolosModule {}

const mulai = async (): Promise<void> => {
  const app = await NestFactory.create(PolosModule, { logger: false });
  app.enableShutdownHooks();
  await app.listen(Number(process.env.PORT), '127.0.0.1');
};

void mulai();
